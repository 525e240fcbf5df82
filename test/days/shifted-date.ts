// Setup file of unit and ui tests: `Date` is DATE_SHIFT seconds ahead, for the other day of `npm test`.
// The whole system's clock is moved by shifted-clock.c, which needs a compiler.
const shift = Number(process.env.DATE_SHIFT ?? 0) * 1000;

if (shift !== 0) {
  const real = Date;
  const now = (): number => real.now() + shift;
  globalThis.Date = new Proxy(real, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
    apply: () => new real(now()).toString(),
    get: (target, key, receiver) => (key === 'now' ? now : Reflect.get(target, key, receiver)),
  });
}
