// Solves the riddle that is set after too many tries, before the form is sent. Without it the shopper waits.
(() => {
  const form = document.querySelector('form[data-riddle]');
  const riddle = form && form.dataset.riddle;
  if (!riddle || !window.crypto || !crypto.subtle) {
    return;
  }
  const solution = form.elements.solution;
  const says = form.querySelector('[data-riddle-says]');
  const bits = Number(riddle.split('.')[2]);

  const zeros = hash => {
    let count = 0;
    for (const one of new Uint8Array(hash)) {
      if (one) {
        return count + Math.clz32(one) - 24;
      }
      count += 8;
    }
    return count;
  };

  const solve = async () => {
    const text = new TextEncoder();
    for (let start = 0; ; start += 500) {
      const tries = Array.from({length: 500}, (unused, i) => riddle + ':' + (start + i));
      const hashes = await Promise.all(tries.map(one => crypto.subtle.digest('SHA-256', text.encode(one))));
      const found = hashes.findIndex(hash => zeros(hash) >= bits);
      if (found >= 0) {
        return tries[found];
      }
    }
  };

  form.addEventListener('submit', async event => {
    if (solution.value || (event.submitter && event.submitter.value === 'send')) {
      return;
    }
    event.preventDefault();
    says.textContent = says.dataset.riddleSays;
    solution.value = await solve();
    form.requestSubmit(event.submitter || undefined);
  });
})();
