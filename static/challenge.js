// The page's script and its worker in one file, so that it is fetched once.
// On the page it says how the work goes; in the worker it does the work: a
// number after whose 32 bits, put behind the seed, SHA-256 begins with zero bits.
if (self.document) {
  const me = document.currentScript;
  const said = document.querySelector("[data-work]");
  const { work, bits, busy, still, ready } = said.dataset;
  const { form } = document.getElementsByName("answer")[0];
  const before = said.textContent;
  let pressed;
  let timer;
  let worker;
  const fail = () => {
    clearInterval(timer);
    said.textContent = before;
    form.onsubmit = null;
    worker?.terminate();
  };
  try {
    worker = new Worker(me.src);
    worker.onerror = fail;
    worker.onmessage = ({ data }) => {
      clearInterval(timer);
      form.answer.value = data;
      form.onsubmit = null;
      said.textContent = ready;
      if (pressed) form.submit();
    };
    said.textContent = busy;
    form.onsubmit = (event) => {
      event.preventDefault();
      pressed = 1;
      said.textContent = still;
    };
    timer = setInterval(() => said.textContent = still, 5e3);
    setTimeout(() => form.answer.value || fail(), 6e4);
    worker.postMessage([work, +bits]);
  } catch {
    fail();
  }
} else {
  self.onmessage = ({ data: [seed, bits] }) => {
    const k = [];
    const start = [];
    const fraction = (root) => (root % 1) * 2 ** 32 | 0;
    for (let n = 2; k.length < 64; n++) {
      let d = 2;
      while (n % d) d++;
      if (d < n) continue;
      if (k.length < 8) start.push(fraction(n ** .5));
      k.push(fraction(n ** (1 / 3)));
    }
    const w = new Int32Array(64);
    for (let i = 0; i < 24; i++) {
      w[i >> 2] |= seed.charCodeAt(i) << 24 - i % 4 * 8;
    }
    w[7] = 1 << 31;
    w[15] = 224;
    const turn = (x, n) => x >>> n | x << 32 - n;
    const first = () => {
      let [a, b, c, d, e, f, g, h] = start;
      for (let i = 0; i < 64; i++) {
        if (i > 15) {
          const x = w[i - 15];
          const y = w[i - 2];
          w[i] = w[i - 16] + w[i - 7] + (turn(x, 7) ^ turn(x, 18) ^ x >>> 3) +
            (turn(y, 17) ^ turn(y, 19) ^ y >>> 10);
        }
        const t = h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) +
          (e & f ^ ~e & g) + k[i] + w[i];
        h = g;
        g = f;
        f = e;
        e = d + t | 0;
        d = c;
        const u = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) +
          (a & b ^ a & c ^ b & c);
        c = b;
        b = a;
        a = t + u | 0;
      }
      return a + start[0];
    };
    for (let n = 0;; n++) {
      w[6] = n;
      if (Math.clz32(first()) >= bits) {
        self.postMessage(n);
        break;
      }
    }
  };
}
