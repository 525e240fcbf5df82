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

/**
 * Time of an input that the page answers in steps (a scroll event, a render put off, a frame): from
 * `act` until `isDone` holds and the frame that shows it is produced. Both run in the page and get
 * `given`. `seen` is the whole time; `work` the part of it in which the main thread was busy, told
 * by messages that a page sends itself all the while: one that is late has waited for something.
 */
export const answerTime = (page, act, isDone, given) =>
  page.evaluate(
    ([actText, doneText, input]) => {
      const run = new Function('given', `(${actText})(given)`);
      const done = new Function('given', `return (${doneText})(given)`);
      return new Promise((resolve) => {
        let work = 0;
        let isOver = false;
        let last = performance.now();
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          const now = performance.now();
          // What is shorter is the message's own way.
          if (now - last > 0.5) work += now - last;
          last = now;
          if (isOver) resolve({ work, seen: now - began });
          else port2.postMessage(null);
        };
        port2.postMessage(null);
        const began = performance.now();
        run(input);
        const look = () => {
          if (done(input)) isOver = true;
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      });
    },
    [act.toString(), isDone.toString(), given ?? null],
  );

/** One notch of a wheel, in px. */
export const notch = 100;

/** A long table, for `scrollTime`. */
export const longTable = {
  frame: '.ty-table-frame',
  rows: '.ty-table-virtual',
  rowHeight: 44,
  inSight: 12,
};

/**
 * Time until a long table scrolled `to` px shows the row that is the last one in sight then. What the
 * table draws ahead after the last time has come to rest.
 */
export const scrollTime = async (page, { frame, rows, rowHeight, inSight, to }) => {
  await page.waitForTimeout(200);
  return answerTime(
    page,
    (given) => {
      document.querySelector(given.frame).scrollTop = given.to;
    },
    (given) => document.querySelector(given.row) !== null,
    { frame, to, row: `${rows} tbody tr[aria-rowindex="${Math.floor(to / rowHeight) + inSight}"]` },
  );
};
