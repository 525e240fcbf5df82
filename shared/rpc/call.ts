import type * as z from 'zod';

/** Declares one call. A handler receives the parsed input; its output is checked in tests. */
export const call = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({
  input,
  output,
});
