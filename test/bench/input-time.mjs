/**
 * Time of a key, measured in the page at real input. A screen shows a frame every 16.7 ms (60 Hz,
 * also under Xvfb), and a key comes anywhere in between: of the time until something is seen, up to
 * a whole frame is waiting for the screen, however fast the page is. So three times are told apart:
 *
 * - `work`: what the page itself does for the key, on its main thread, until the frame is produced:
 *   the handlers and React, then animation callbacks, style, layout and paint. It must fit into one
 *   frame. Work put off until after the frame is not in it, but delays the next key: see `after`.
 * - `seen`: from the browser's time stamp of the key until the frame with the answer is produced:
 *   `work` and the wait for the beginning of the frame.
 * - `after`: main-thread work of more than 4 ms that follows the frame, at most 300 ms later.
 *
 * A message posted from an animation callback arrives when the frame of that callback has been
 * painted and handed over, which is as far as a page can look.
 */
export async function keyTime(page, key) {
  await page.evaluate(() => {
    window.keyTime = new Promise((resolve) => {
      const soon = (then) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => then(performance.now());
        port2.postMessage(null);
      };
      const heard = (event) => {
        window.removeEventListener('keydown', heard, true);
        const began = performance.now();
        let handled = Number.POSITIVE_INFINITY;
        soon((now) => {
          handled = now;
        });
        requestAnimationFrame(() => {
          const frame = performance.now();
          soon((painted) => {
            const work = Math.min(handled, frame) - began + (painted - frame);
            const seen = painted - event.timeStamp;
            let last = painted;
            let after = 0;
            const watch = (now) => {
              if (now - last > 4) after += now - last;
              last = now;
              if (now - painted < 300) soon(watch);
              else resolve({ work, seen, after });
            };
            soon(watch);
          });
        });
      };
      window.addEventListener('keydown', heard, true);
    });
  });
  await page.keyboard.press(key);
  return page.evaluate(() => window.keyTime);
}
