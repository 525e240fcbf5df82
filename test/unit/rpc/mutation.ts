import fc from 'fast-check';

type Path = readonly (string | number)[];

function* pathsIn(value: unknown, at: Path = []): Generator<Path> {
  yield at;
  if (typeof value !== 'object' || value === null) return;
  const keys = Array.isArray(value) ? value.keys() : Object.keys(value);
  for (const key of keys) yield* pathsIn(Reflect.get(value, key), [...at, key]);
}

type Mutation =
  | { readonly kind: 'replace'; readonly by: unknown }
  | { readonly kind: 'remove' }
  | { readonly kind: 'add'; readonly key: string; readonly by: unknown };

function mutate(value: unknown, path: Path, mutation: Mutation): unknown {
  const [key, ...rest] = path;
  if (key === undefined) {
    if (mutation.kind === 'replace') return mutation.by;
    if (mutation.kind === 'remove' || typeof value !== 'object' || value === null) return undefined;
    return { ...value, [mutation.key]: mutation.by };
  }
  const isLast = rest.length === 0;
  if (Array.isArray(value)) {
    if (isLast && mutation.kind === 'remove') return value.filter((_, index) => index !== key);
    return value.map((item, index) => (index === key ? mutate(item, rest, mutation) : item));
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  if (isLast && mutation.kind === 'remove') {
    return Object.fromEntries(entries.filter(([name]) => name !== key));
  }
  return Object.fromEntries(
    entries.map(([name, item]) => [name, name === key ? mutate(item, rest, mutation) : item]),
  );
}

/** A value in which one place was replaced, removed or given something that does not belong. */
export function mutated(value: unknown): fc.Arbitrary<unknown> {
  const strange = fc.oneof(
    fc.anything(),
    fc.constantFrom('', '../x', 'A'.repeat(300_000), -1, 1e21, Number.NaN, null, [], {}),
  );
  const mutation: fc.Arbitrary<Mutation> = fc.oneof(
    fc.record({ kind: fc.constant('replace' as const), by: strange }),
    fc.record({ kind: fc.constant('remove' as const) }),
    fc.record({
      kind: fc.constant('add' as const),
      key: fc.oneof(fc.constantFrom('__proto__', 'constructor', 'then', 'toJSON'), fc.string()),
      by: strange,
    }),
  );
  return fc
    .tuple(fc.constantFrom(...pathsIn(value)), mutation)
    .map(([path, change]) => mutate(value, path, change));
}
