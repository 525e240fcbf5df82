import { type ComponentType, createElement, lazy, useState } from 'react';

/**
 * A part of the window that is loaded when it is asked for, or before by `load`. One that is there
 * already shows at once: what once said that it waits would go on saying so for a third of a second.
 */
export function lazyPart<P extends object>(load: () => Promise<{ default: ComponentType<P> }>) {
  let known: ComponentType<P> | undefined;
  const loaded = async () => {
    const part = await load();
    known = part.default;
    return part;
  };
  const Waiting: ComponentType<P> = lazy(loaded);
  function Part(props: P) {
    const [Shown] = useState(() => known ?? Waiting);
    return createElement(Shown, props);
  }
  return Object.assign(Part, { load: loaded });
}
