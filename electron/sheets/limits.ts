/** Longest file that is read as a sheet, in bytes. */
export const largestFile = 64 * 1024 * 1024;

/** Most bytes that the parts of a workbook may have together when unpacked. */
export const mostUnpacked = 640 * 1024 * 1024;

/** A part this many times longer than its packed form, and long at all, is a bomb. */
export const mostRatio = 250;
export const ratioFrom = 32 * 1024 * 1024;

/** Most files in a workbook. */
export const mostParts = 5_000;

/** Most sheets that are read, and most cells in all. */
export const mostSheets = 50;
export const mostCells = 6_000_000;

/** Memory of the process that reads, in MB; what wants more is refused. */
export const readerMemory = 1_024;
