/** Leaves out the older of the two formats in which font packages come: every runtime knows WOFF2. */
export function woff2Only() {
  return {
    name: 'woff2-only',
    enforce: 'pre',
    transform(code, id) {
      if (!/[\\/]@fontsource[\\/].*\.css$/.test(id)) return null;
      return { code: code.replace(/, url\([^)]*\.woff\) format\('woff'\)/g, ''), map: null };
    },
  };
}
