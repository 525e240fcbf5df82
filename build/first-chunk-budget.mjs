// Prints how much script the window loads before its first page, and fails the build above budget.
import { gzipSync } from 'node:zlib';

/** Vite plugin: `kilobytes` is the raw size that `entry` and its static imports may have. */
export function firstChunkBudget({ entry, kilobytes }) {
  return {
    name: 'first-chunk-budget',
    apply: 'build',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
      const first = chunks.find((chunk) => chunk.isEntry && chunk.facadeModuleId?.endsWith(entry));
      if (!first) return;
      const closure = new Set([first.fileName]);
      for (const name of closure) {
        for (const imported of bundle[name]?.imports ?? []) closure.add(imported);
      }
      const code = [...closure].map((name) => bundle[name]?.code ?? '').join('');
      const raw = Buffer.byteLength(code) / 1000;
      const zipped = gzipSync(code).length / 1000;
      const line = `${entry}: ${raw.toFixed(0)} kB before the first page (${zipped.toFixed(0)} kB gzip), budget ${kilobytes} kB`;
      if (raw > kilobytes) this.error(line);
      console.log(line);
    },
  };
}
