// Which modules the window needs before its first page: what the entry reaches by static imports.

/** Names the chunk `base` for all that `entry` reaches: every file is a way to main and back. */
export function firstChunk(entry) {
  let reached;
  return (moduleId, context) => {
    if (!reached) {
      const importsOf = (id) => context.getModuleInfo(id)?.importedIds ?? [];
      reached = new Set(importsOf(entry));
      for (const id of reached) {
        for (const imported of importsOf(id)) reached.add(imported);
      }
    }
    return reached.has(moduleId) ? 'base' : null;
  };
}
