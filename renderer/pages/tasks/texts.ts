import { textsOf } from '../../i18n/i18n';
import { taskViewsTexts } from '../../i18n/texts/task-views';

/** The texts of the views of tasks, loaded with the page. */
export const v = textsOf(taskViewsTexts);
