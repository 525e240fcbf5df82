import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';
import { addPageTexts } from '../../renderer/i18n/i18n';
import { pageTexts } from '../../renderer/i18n/page-texts';

addPageTexts(pageTexts);

afterEach(cleanup);

// What is loaded when asked for takes longer than a second on a busy machine.
configure({ asyncUtilTimeout: 10_000 });

// jsdom has no modal dialogs; this is what tests need of them.
HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
  this.open = true;
  const first = this.querySelector<HTMLElement>('[autofocus]');
  (first ?? this.querySelector<HTMLElement>('input, select, textarea, button'))?.focus();
};
HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
  this.open = false;
};

// Nor does it scroll.
Element.prototype.scrollIntoView ??= () => undefined;

// Nor CSS.escape, by which react-aria looks for elements by their ids.
const css = { escape: (text: string) => text.replace(/[^\w-]/g, (character) => `\\${character}`) };
if (!Reflect.get(globalThis, 'CSS')) Object.defineProperty(globalThis, 'CSS', { value: css });
