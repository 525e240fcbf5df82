// Loaded into main by `electron -r`: says when the first page shows what BENCH_SELECTOR names.
const { app } = require('electron');

const script = `new Promise((done) => {
  const look = () =>
    document.querySelector(${JSON.stringify(process.env.BENCH_SELECTOR)})
      ? requestAnimationFrame(() => setTimeout(done))
      : setTimeout(look, 2);
  look();
})`;

app.on('web-contents-created', (_event, contents) => {
  contents.once('dom-ready', () => {
    contents.executeJavaScript(script).then(() => process.stdout.write('usable\n'));
  });
});
