import type { Act } from './act';
import { careRegisters } from './care-registers';
import { integrityRegisters } from './integrity-registers';
import { sceneOf } from './scene';
import { studyRegisters } from './study-registers';
import type { MonthOptions } from './task-acts';
import { trainingRegisters } from './training-registers';

/** What is entered of one month in the registers that are no meetings. */
export function registerActs(options: MonthOptions, isFirstYear: boolean): readonly Act[] {
  const scene = sceneOf(options);
  trainingRegisters(scene);
  careRegisters(scene, isFirstYear);
  integrityRegisters(scene, isFirstYear);
  studyRegisters(scene);
  return scene.acts;
}
