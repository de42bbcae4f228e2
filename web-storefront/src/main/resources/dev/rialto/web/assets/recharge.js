// Solves the riddle that is set after too many tries, before the form is sent. Without script the shopper waits.
// SHA-256 is computed here, since browsers offer theirs only where the page came over TLS.
(() => {
  const form = document.querySelector('form[data-riddle]');
  const riddle = form && form.dataset.riddle;
  if (!riddle) {
    return;
  }
  const solution = form.elements.solution;
  const says = form.querySelector('[data-riddle-says]');
  const bits = Number(riddle.split('.')[2]);
  const AT_ONCE = 2000;

  const primes = [];
  for (let n = 2; primes.length < 64; n++) {
    if (primes.every(prime => n % prime)) {
      primes.push(n);
    }
  }
  const fraction = root => (root - Math.floor(root)) * 0x100000000 | 0;
  const FIRST = Int32Array.from(primes.slice(0, 8), prime => fraction(Math.sqrt(prime)));
  const ROUNDS = Int32Array.from(primes, prime => fraction(Math.cbrt(prime)));
  const w = new Int32Array(64);
  const turn = (x, by) => (x >>> by) | (x << (32 - by));

  const spread = (bytes, from) => {
    for (let i = 0; i < 16; i++, from += 4) {
      w[i] = (bytes[from] << 24) | (bytes[from + 1] << 16) | (bytes[from + 2] << 8) | bytes[from + 3];
    }
    for (let i = 16; i < 64; i++) {
      const one = w[i - 15];
      const two = w[i - 2];
      w[i] = (w[i - 16] + (turn(one, 7) ^ turn(one, 18) ^ (one >>> 3)) + w[i - 7]
          + (turn(two, 17) ^ turn(two, 19) ^ (two >>> 10))) | 0;
    }
  };

  const mix = hash => {
    let [a, b, c, d, e, f, g, h] = hash;
    for (let i = 0; i < 64; i++) {
      const s = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + ROUNDS[i] + w[i]) | 0;
      const t = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g; g = f; f = e; e = (d + s) | 0; d = c; c = b; b = a; a = (s + t) | 0;
    }
    [a, b, c, d, e, f, g, h].forEach((one, i) => { hash[i] += one; });
  };

  const sha256 = text => {
    const bytes = new Uint8Array(((text.length + 8 >> 6) + 1) * 64);
    for (let i = 0; i < text.length; i++) {
      bytes[i] = text.charCodeAt(i);
    }
    bytes[text.length] = 0x80;
    new DataView(bytes.buffer).setUint32(bytes.length - 4, text.length * 8);
    const hash = FIRST.slice();
    for (let from = 0; from < bytes.length; from += 64) {
      spread(bytes, from);
      mix(hash);
    }
    return hash;
  };

  const zeros = hash => {
    const first = hash.findIndex(one => one !== 0);
    return first < 0 ? 256 : 32 * first + Math.clz32(hash[first]);
  };

  const solve = async () => {
    for (let tried = 0; ; tried++) {
      const one = riddle + ':' + tried;
      if (zeros(sha256(one)) >= bits) {
        return one;
      }
      if (tried % AT_ONCE === AT_ONCE - 1) {
        await new Promise(next => setTimeout(next));
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
