/** Calls of zod's writer of JSON Schema, as they stand in its file of schemas. */
const calls = [
  /^ *inst\._zod\.processJSONSchema = .*;$/gm,
  /createStandardJSONSchemaMethod\(this, "\w+"\)/g,
  /createToJSONSchemaMethod\(this, \{\}\)\(params\)/g,
];

/**
 * Leaves zod's writer of JSON Schema (18 kB) out of the window, which only parses: every schema
 * refers to it, so that no bundler sees that nothing asks for it. Fails the build when zod writes
 * these calls in another way.
 */
export function withoutJsonSchema() {
  return {
    name: 'without-json-schema',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (!/[\\/]zod[\\/]v4[\\/]classic[\\/]schemas\.js$/.test(id)) return null;
      for (const call of calls) {
        if (code.search(call) < 0) this.error(`zod no longer calls ${call.source}`);
      }
      return {
        code: calls.reduce((rest, call) => rest.replace(call, 'undefined'), code),
        map: null,
      };
    },
  };
}
