import { paper, pointsPerMm, typeSize } from '../../../shared/report/paper';

/** A twentieth of a point, in which DOCX counts. */
export const twipsOfPoints = (points: number): number => Math.round(points * 20);

export const twipsOfMm = (mm: number): number => Math.round(mm * pointsPerMm * 20);

/** Height of a line of the grid, rounded down so that 22 of them fit. */
export const lineTwips = Math.floor((paper.typeArea.height / paper.lines) * pointsPerMm * 20);

/** Width of a character of the grid. */
export const characterTwips = twipsOfMm(paper.typeArea.width / paper.characters);

/**
 * What is added to a character of body size so that 28 fill a line, in twips, rounded so that they
 * fit. A document grid would do it, too, but stretches the lines of tables to its own.
 */
export const characterSpacing = Math.floor(
  ((paper.typeArea.width / paper.characters) * pointsPerMm - typeSize.body) * 20,
);
