// Memory of a process and all its children, as the kernel shares it out.
import { readdirSync, readFileSync } from 'node:fs';

function parents() {
  const children = new Map();
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const parent = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
      children.set(parent, [...(children.get(parent) ?? []), pid]);
    } catch {
      // Gone meanwhile.
    }
  }
  return children;
}

/** Proportional set size of a process tree in MB. */
export function treeMemory(pid) {
  const children = parents();
  const queue = [String(pid)];
  let kilobytes = 0;
  for (const one of queue) {
    queue.push(...(children.get(one) ?? []));
    try {
      const rollup = readFileSync(`/proc/${one}/smaps_rollup`, 'utf8');
      kilobytes += Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0);
    } catch {
      // Gone meanwhile, or a thread group without memory of its own.
    }
  }
  return kilobytes / 1024;
}
