// Makes good pages quicker; everything works without it.
"use strict";

const said = document.getElementById("said");

function say(text, link) {
  said.textContent = text;
  if (link) {
    const a = document.createElement("a");
    a.href = link.href;
    a.textContent = link.text;
    said.append(" ", a);
  }
  clearTimeout(say.timer);
  say.timer = setTimeout(() => { said.textContent = ""; }, 8000);
}

// Goods go into the cart without leaving the page.
function enhanceAdd(form) {
  form.addEventListener("submit", async event => {
    if (event.submitter && event.submitter.name === "then") return;
    event.preventDefault();
    const button = event.submitter || form.querySelector("button");
    button.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(form.action, {
        method: "POST",
        body: new URLSearchParams(new FormData(form)),
        headers: { "Accept": "application/json" },
      });
      const told = await answer.json();
      if (answer.ok) showCount(told.count);
      say(told.text, answer.ok ? { href: "/cart", text: told.link } : null);
    } catch {
      form.submit();
    } finally {
      button.removeAttribute("aria-busy");
    }
  });
}

function showCount(count) {
  const badge = document.getElementById("cart-count");
  badge.firstChild.nodeValue = count;
  badge.classList.toggle("none", count === 0);
}

// The price follows the variant that is chosen.
function enhancePrice(form) {
  const price = document.querySelector("#price strong");
  const prices = new Set([...form.querySelectorAll("[data-price]")].map(input => input.dataset.price));
  if (!price || prices.size < 2) return;
  form.addEventListener("change", event => {
    if (!event.target.dataset.price) return;
    price.textContent = event.target.dataset.price;
    document.querySelectorAll("#price s, #price .off").forEach(old => { old.hidden = true; });
  });
}

// A second press of the same button sends nothing twice.
function enhanceOnce(form) {
  form.addEventListener("submit", event => {
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "yes";
    form.querySelectorAll("button").forEach(button => button.setAttribute("aria-busy", "true"));
  });
  addEventListener("pageshow", () => {
    delete form.dataset.sent;
    form.querySelectorAll("button").forEach(button => button.removeAttribute("aria-busy"));
  });
}

// The goods are kept for a while: tell when it is over, which readers say of a status.
function enhanceHold(hold) {
  const over = () => { hold.firstChild.nodeValue = hold.dataset.over + " "; };
  setTimeout(over, Number(hold.dataset.seconds) * 1000);
}

// Thumbnails move the gallery and nothing else.
function enhanceGallery(gallery) {
  const frames = gallery.querySelector(".frames");
  gallery.addEventListener("click", event => {
    const thumb = event.target.closest(".thumbs a");
    if (!thumb) return;
    event.preventDefault();
    const picture = document.getElementById(thumb.hash.slice(1));
    frames.scrollTo({ left: picture.offsetLeft - frames.offsetLeft, behavior: "smooth" });
  });
}

// On a small screen the filters wait until they are wanted.
function enhanceFacets(fold) {
  if (!matchMedia("(min-width: 60rem)").matches) fold.open = false;
}

document.querySelectorAll("form[data-enhance=add]").forEach(form => { enhanceAdd(form); enhancePrice(form); });
document.querySelectorAll("form[data-enhance=once]").forEach(enhanceOnce);
document.querySelectorAll(".hold").forEach(enhanceHold);
document.querySelectorAll(".gallery").forEach(enhanceGallery);
document.querySelectorAll(".facets-fold").forEach(enhanceFacets);
const errors = document.querySelector(".errors");
if (errors) errors.focus();
