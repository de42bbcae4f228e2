"use strict";
/* What pages gain with a script: dialogs, drafts that survive a lost session, an editor for descriptions. Every form
   works without it. */
(() => {
  const all = (selector, within = document) => Array.from(within.querySelectorAll(selector));
  const words = document.body.dataset;

  const openDialogs = () => {
    document.addEventListener("click", (event) => {
      const opener = event.target.closest("[data-dialog]");
      const dialog = opener && document.getElementById(opener.dataset.dialog);
      if (dialog) {
        event.preventDefault();
        dialog.showModal();
      }
      if (event.target.closest("[data-close]")) {
        event.preventDefault();
        event.target.closest("dialog").close();
      }
    });
    all("dialog[open]").forEach((dialog) => {
      dialog.close();
      dialog.showModal();
      const wrong = dialog.querySelector(".dialog-body > .wrong, [aria-invalid]");
      if (wrong) wrong.focus();
    });
  };

  const closePops = () => {
    const close = (except) => all("details.pop[open], details.drawer[open]").forEach((pop) => {
      if (!pop.contains(except)) pop.open = false;
    });
    document.addEventListener("click", (event) => {
      const drawer = document.querySelector("details.drawer[open]");
      if (drawer && drawer.contains(event.target) && !event.target.closest(".side-inside, summary")) drawer.open = false;
      close(event.target);
    });
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      const inside = document.activeElement.closest("details[open]");
      close(null);
      if (inside) inside.querySelector("summary").focus();
    });
  };

  /* A form that was sent is busy until the answer comes: a second press changes nothing. */
  const markBusy = () => {
    document.addEventListener("submit", (event) => {
      const form = event.target;
      if (form.method !== "post") return;
      if (form.dataset.sent) {
        event.preventDefault();
        return;
      }
      form.dataset.sent = "yes";
      const button = event.submitter;
      if (button && button.classList.contains("button")) {
        button.dataset.busy = "yes";
        button.textContent = words.busyText;
      }
    });
    window.addEventListener("pageshow", (event) => {
      if (event.persisted) location.reload();
    });
  };

  /* What was typed is kept in this tab while the form is on its way, and put back when the way led to the door. */
  const keepDrafts = () => {
    const key = "draft:" + location.pathname;
    const forms = all("form[data-watch]");
    const save = (form) => {
      const fields = Array.from(form.elements).filter((field) => field.name && !["file", "password", "hidden"].includes(field.type));
      sessionStorage.setItem(key, JSON.stringify(fields.map((field) => [field.name, field.type === "checkbox" || field.type === "radio" ? field.checked : field.value, field.type])));
    };
    const restore = (form, fields) => {
      let changed = false;
      const named = new Map();
      fields.forEach(([name, value, type]) => {
        const place = named.get(name) || 0;
        named.set(name, place + 1);
        const field = Array.from(form.elements).filter((one) => one.name === name)[place];
        if (!field || field.type !== type) return;
        const property = type === "checkbox" || type === "radio" ? "checked" : "value";
        changed = changed || field[property] !== value;
        field[property] = value;
      });
      return changed;
    };
    forms.forEach((form) => {
      const draft = sessionStorage.getItem(key);
      if (draft && sessionStorage.getItem("lost") === location.pathname && !document.getElementById("problems")) {
        if (restore(form, JSON.parse(draft))) {
          const note = document.createElement("div");
          note.className = "notice notice-warn";
          note.setAttribute("role", "status");
          note.textContent = words.kept;
          document.getElementById("page").prepend(note);
          form.dataset.changed = "yes";
        }
        sessionStorage.removeItem("lost");
      }
      sessionStorage.removeItem(key);
      form.addEventListener("input", () => { form.dataset.changed = "yes"; });
      form.addEventListener("submit", () => { save(form); delete form.dataset.changed; });
    });
    const next = document.querySelector("form[data-no-draft] input[name=next]");
    if (next && sessionStorage.getItem("draft:" + next.value.split("?")[0])) {
      sessionStorage.setItem("lost", next.value.split("?")[0]);
    }
    window.addEventListener("beforeunload", (event) => {
      if (forms.some((form) => form.dataset.changed)) event.preventDefault();
    });
  };

  const languageTabs = () => all("[data-lang-tabs]").forEach((group) => {
    const panels = all("[data-lang]", group).filter((panel) => panel.closest("[data-lang-tabs]") === group);
    if (panels.length < 2) return;
    const bar = document.createElement("div");
    bar.className = "lang-tabs";
    bar.setAttribute("role", "tablist");
    const filled = (panel) => all("input, textarea", panel).some((field) => field.value.trim() !== "");
    const show = (chosen, focus) => panels.forEach((panel, place) => {
      const button = bar.children[place];
      const on = panel === chosen;
      panel.hidden = !on;
      button.setAttribute("aria-selected", String(on));
      button.tabIndex = on ? 0 : -1;
      if (on && focus) button.focus();
    });
    panels.forEach((panel, place) => {
      const button = document.createElement("button");
      button.type = "button";
      button.setAttribute("role", "tab");
      button.textContent = panel.dataset.langName;
      button.classList.toggle("has-text", filled(panel));
      button.addEventListener("click", () => show(panel));
      button.addEventListener("keydown", (event) => {
        const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
        if (step) show(panels[(place + step + panels.length) % panels.length], true);
      });
      panel.addEventListener("input", () => button.classList.toggle("has-text", filled(panel)));
      panel.addEventListener("invalid", () => show(panel), true);
      panel.setAttribute("role", "tabpanel");
      panel.setAttribute("aria-label", panel.dataset.langName);
      all(".lang-name", panel).forEach((name) => { name.hidden = true; });
      bar.append(button);
    });
    group.prepend(bar);
    show(panels.find((panel) => panel.querySelector(".field-wrong")) || panels.find((panel) => panel.dataset.lang === group.dataset.langTabs) || panels[0]);
  });

  const EDITS = [
    ["bold", "B"], ["italic", "I"], ["h2", "H"], ["insertUnorderedList", "•"], ["insertOrderedList", "1."], ["removeFormat", "×"],
  ];
  const richText = () => all("textarea[data-rich]").forEach((area) => {
    const editor = document.createElement("div");
    editor.className = "rich";
    editor.contentEditable = "true";
    editor.setAttribute("role", "textbox");
    editor.setAttribute("aria-multiline", "true");
    const label = document.querySelector(`label[for="${CSS.escape(area.id)}"]`);
    editor.setAttribute("aria-label", label ? label.textContent : "");
    const parsed = new DOMParser().parseFromString(area.value, "text/html");
    all("script, style, iframe, object, embed, svg", parsed).forEach((node) => node.remove());
    all("*", parsed).forEach((node) => Array.from(node.attributes).forEach((attribute) => {
      if (attribute.name.startsWith("on") || attribute.name === "style") node.removeAttribute(attribute.name);
    }));
    editor.append(...parsed.body.childNodes);
    const bar = document.createElement("div");
    bar.className = "rich-bar";
    EDITS.forEach(([command, face]) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = face;
      button.title = command;
      button.setAttribute("aria-label", command);
      button.addEventListener("mousedown", (event) => event.preventDefault());
      button.addEventListener("click", () => {
        editor.focus();
        if (command === "h2") document.execCommand("formatBlock", false, "h2");
        else document.execCommand(command);
        area.value = editor.innerHTML;
      });
      bar.append(button);
    });
    editor.addEventListener("input", () => {
      area.value = editor.innerText.trim() === "" && !editor.querySelector("img") ? "" : editor.innerHTML;
      area.dispatchEvent(new Event("input", { bubbles: true }));
    });
    area.before(bar, editor);
    area.hidden = true;
  });

  /* Columns of options that have no name are out of the way, and the others carry their names. */
  const optionColumns = () => {
    const chosen = document.querySelector("select[name=defaultLanguage]");
    if (!chosen || !document.querySelector(".grid-table")) return;
    const tell = () => {
      const names = all(`input[name="texts.${CSS.escape(chosen.value)}.optionNames"]`).map((input) => input.value.trim());
      names.forEach((name, place) => all(`[data-option="${place}"]`).forEach((cell) => {
        cell.hidden = name === "" && !cell.querySelector("input:not([value=''])");
        if (cell.tagName === "TH" && name !== "") cell.textContent = name;
      }));
    };
    document.addEventListener("input", (event) => {
      if (event.target.name && event.target.name.endsWith(".optionNames")) tell();
    });
    chosen.addEventListener("change", tell);
    tell();
  };

  /* A part that tells how far something is renews itself until it says it is over. */
  const refreshParts = () => all("[data-refresh]").forEach((part) => {
    const again = async () => {
      if (document.hidden) return setTimeout(again, 2000);
      const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(part.id);
      if (!answer.ok || !fresh) return;
      if (!fresh.dataset.refresh) return location.reload();
      part.replaceChildren(...fresh.childNodes);
      setTimeout(again, 1000);
    };
    setTimeout(again, 1000);
  });

  const luminance = (hex) => {
    const parts = [1, 3, 5].map((start) => parseInt(hex.slice(start, start + 2), 16) / 255)
      .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
  };
  const contrast = () => all("[data-contrast]").forEach((line) => {
    const [front, back] = line.dataset.contrast.split(" ").map((id) => document.getElementById(id));
    if (!front || !back) return;
    const tell = () => {
      const [low, high] = [luminance(front.value), luminance(back.value)].sort((a, b) => a - b);
      const ratio = (high + 0.05) / (low + 0.05);
      line.textContent = ratio.toFixed(1) + " : 1";
      line.className = "chip " + (ratio >= 4.5 ? "chip-good" : "chip-bad");
      const sample = line.nextElementSibling;
      if (sample) {
        sample.style.color = front.value;
        sample.style.backgroundColor = back.value;
      }
    };
    [front, back].forEach((input) => input.addEventListener("input", tell));
    tell();
  });

  const tickAll = () => all("[data-tick-all]").forEach((box) => {
    box.addEventListener("change", () => all(`input[name="${CSS.escape(box.dataset.tickAll)}"]`).forEach((one) => { one.checked = box.checked; }));
  });

  const autoSubmit = () => all("form[data-auto] select").forEach((select) => {
    select.addEventListener("change", () => select.form.requestSubmit());
  });

  /* After another's change each input that differs says what stands there now; one press takes it. */
  const takeTheirs = () => all("[data-theirs]").forEach((line) => {
    const field = document.getElementById(line.dataset.for);
    if (!field) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button button-small";
    button.textContent = words.takeTheirs;
    const label = document.querySelector(`label[for="${CSS.escape(field.id)}"]`);
    button.setAttribute("aria-label", words.takeTheirs + ": " + (label ? label.firstChild.textContent : ""));
    button.addEventListener("click", () => {
      field.value = line.dataset.theirs;
      const editor = field.previousElementSibling;
      if (editor && editor.classList.contains("rich")) editor.textContent = new DOMParser().parseFromString(field.value, "text/html").body.textContent;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      line.remove();
      field.focus();
    });
    line.append(" ", button);
  });

  /* The live link: news beside the menu, and a word when somebody else changes what this form edits. It comes back by
     itself; forms are left as they are. */
  const PLACES = { order: "/orders", sales: "/deposits", stock: "/stock", shop: "/applications", goods: "/goods", member: "/members" };
  const BADGED = ["order", "sales", "shop"];
  const EVERY = 10000;
  const live = () => {
    const sign = document.getElementById("live");
    if (!words.live || !sign || !window.WebSocket) return;
    let socket = null;
    let number = 0;
    let pause = 1000;
    let timer = 0;
    const tell = (state, text) => {
      if (sign.dataset.state === state) return;
      sign.hidden = false;
      sign.dataset.state = state;
      sign.textContent = text;
    };
    const send = (request) => {
      number += 1;
      socket.send(JSON.stringify({ id: number, ...request }));
    };
    const badge = (news) => all(`a.menu-item[href="${PLACES[news.kind]}"]`).forEach((item) => {
      let mark = item.querySelector(".badge");
      if (!mark) {
        mark = document.createElement("span");
        mark.className = "badge";
        item.append(mark);
      }
      mark.textContent = news.waiting > 999 ? "999+" : String(news.waiting);
      mark.hidden = news.waiting === 0;
    });
    const changed = (news) => {
      if (!news.at || document.getElementById("changed")) return;
      const note = document.createElement("div");
      note.id = "changed";
      note.className = "notice notice-warn";
      note.setAttribute("role", "status");
      note.textContent = words.liveChanged.replace("{0}", news.by || words.liveSomebody);
      document.getElementById("page").prepend(note);
    };
    const ask = () => {
      clearTimeout(timer);
      timer = setTimeout(ask, EVERY);
      if (!socket || socket.readyState !== WebSocket.OPEN) return;
      Object.keys(PLACES).forEach((kind) => send({ ask: kind }));
      if (words.watched) send({ ask: "changed", subject: words.watched, since: words.watchedAt });
    };
    const open = () => {
      socket = new WebSocket((location.protocol === "https:" ? "wss://" : "ws://") + location.host + words.live);
      socket.addEventListener("open", () => {
        pause = 1000;
        tell("on", words.liveOn);
        ask();
      });
      socket.addEventListener("message", (event) => {
        const news = JSON.parse(event.data);
        if (BADGED.includes(news.kind)) badge(news);
        if (news.kind === "changed") changed(news);
      });
      socket.addEventListener("close", (event) => {
        clearTimeout(timer);
        if (event.code === 1008) {
          tell("out", words.liveOut);
          return;
        }
        tell("off", words.liveOff);
        setTimeout(open, pause + Math.random() * 500);
        pause = Math.min(pause * 2, 30000);
      });
    };
    open();
  };

  openDialogs();
  closePops();
  markBusy();
  languageTabs();
  keepDrafts();
  richText();
  optionColumns();
  refreshParts();
  contrast();
  tickAll();
  autoSubmit();
  takeTheirs();
  live();
  const problems = document.getElementById("problems");
  if (problems) {
    // what is wrong with a line of a text or of a file has no input to lead to
    all("#problems a[href^='#']").forEach((link) => {
      if (!document.getElementById(link.hash.slice(1))) link.replaceWith(link.textContent);
    });
    problems.focus();
  }
})();
