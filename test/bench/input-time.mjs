/**
 * Time of a key, measured in the page at real input. A screen shows a frame every 16.7 ms (60 Hz,
 * also under Xvfb) and a key comes anywhere in between, so part of the time until something is seen
 * is waiting for the screen, however fast the page is. Two times are told apart:
 *
 * - `work`: what the main thread does for the key until the frame with the answer is produced: the
 *   handlers and React, then animation callbacks, style, layout and paint. It must fit into a frame.
 * - `seen`: from the time stamp that the browser gave the key until that frame is produced. It holds
 *   `work`, the wait for the beginning of a frame, and the wait for what the page was busy with.
 *
 * A message posted from an animation callback arrives when the frame of that callback has been
 * painted and handed over, which is as far as a page can look. What is left is the screen's.
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
          soon((painted) =>
            resolve({
              work: Math.min(handled, frame) - began + (painted - frame),
              seen: painted - event.timeStamp,
            }),
          );
        });
      };
      window.addEventListener('keydown', heard, true);
    });
  });
  await page.keyboard.press(key);
  return page.evaluate(() => window.keyTime);
}
