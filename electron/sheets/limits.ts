/** Longest file that is read as a sheet, in bytes. */
export const largestFile = 64 * 1024 * 1024;

/** Most bytes that the parts of a workbook may have together when unpacked. */
export const mostUnpacked = 640 * 1024 * 1024;

/** A part this many times longer than its packed form, and long at all, is a bomb. */
export const mostRatio = 250;
export const ratioFrom = 32 * 1024 * 1024;

/** Most files in a workbook. */
export const mostParts = 5_000;

/** Most sheets that are read, and most places of cells in all, empty ones before a cell among them. */
export const mostSheets = 50;
export const mostCells = 6_000_000;

/**
 * Most characters that the cells of a file may hand over in all. A text counts in every cell that
 * shows it: shared strings and merged areas cost each time once they leave the process that reads.
 */
export const mostLetters = 32_000_000;

/** Most characters of the workbook's table of shared strings. */
export const mostSharedLetters = 64_000_000;

/** Most merged areas, and most hidden rows and columns, that are told of all sheets together. */
export const mostAreas = 20_000;
export const mostMarks = 120_000;

/** Longest format of a cell, in characters; Excel's own limit. */
export const longestFormat = 255;

/** Most characters and most cells that the reading process hands over at once. */
export const lettersAtOnce = 500_000;
export const cellsAtOnce = 30_000;

/** Memory of the process that reads, in MB; what wants more is refused. */
export const readerMemory = 1_024;
