import { act } from '@testing-library/react';
import { vi } from 'vitest';
import { openWorkspace } from '../../../renderer/state/workspace';
import { type ChangeSet, changeSetSchema } from '../../../shared/changes/change-set';
import type { Edit } from '../../../shared/changes/draft';
import type { CallInput, CallOutput } from '../../../shared/rpc';

/** What the window asked main for, besides opening. */
export interface Asked {
  readonly commits: ChangeSet[];
  readonly documents: CallInput<'documents.print'>['documents'];
}

const asked: Asked = { commits: [], documents: [] };
let tail: ChangeSet[] = [];

function answer(name: string, input: unknown): unknown {
  if (name === 'workspace.commit') {
    // The window sends the contract's input, here and below.
    const { set } = input as CallInput<'workspace.commit'>;
    asked.commits.push(changeSetSchema.parse(set));
    return { stamp: set.stamp };
  }
  if (name === 'documents.print') {
    asked.documents.push(...(input as CallInput<'documents.print'>).documents);
    return null;
  }
  const opened: CallOutput<'workspace.open'> = {
    status: 'open',
    readOnly: null,
    device: 'pcaaaaaa',
    sample: false,
    folder: '/data',
    counter: tail.length,
    partNames: [],
    parts: [],
    tail,
  };
  return opened;
}

Object.defineProperty(window, 'touyan', {
  value: {
    call: async (name: string, input: unknown) => ({ ok: true, value: answer(name, input) }),
    listen: () => () => {},
  },
});

/** Id of a record by number. */
export const idOf = (number: number): string =>
  `0190b7f0-0000-7000-8000-${String(number).padStart(12, '0')}`;

/** A member of the staff. */
export const person = (number: number, name: string): Edit => ({
  collection: 'person',
  id: idOf(number),
  fields: { name, role: number === 1 ? 'leader' : 'staff', order: number },
});

/** Opens a unit that holds these records; what was asked before is forgotten. */
export async function openUnit(...edits: readonly Edit[]): Promise<Asked> {
  asked.commits.length = 0;
  asked.documents.length = 0;
  const changes = edits.map(({ collection, id, fields }) => ({
    collection,
    id,
    fields: { ...fields },
  }));
  tail =
    changes.length === 0
      ? []
      : [
          {
            stamp: '00000001.pcbbbbbb',
            author: '',
            wall: '2026-11-03T08:00:00.000Z',
            label: 'unit.create',
            changes,
          },
        ];
  await act(() => openWorkspace());
  return asked;
}

/** Waits a moment; answers whether the page changed meanwhile. */
async function changesInAMoment(): Promise<boolean> {
  let isChanged = false;
  const observer = new MutationObserver(() => {
    isChanged = true;
  });
  observer.observe(document.body, { subtree: true, childList: true, attributes: true });
  await vi.dynamicImportSettled();
  await new Promise((resolve) => setTimeout(resolve, 30));
  observer.disconnect();
  return isChanged;
}

/** Lets lazy parts and answers of main arrive: until the page rests, 300 ms without either at most. */
export const settle = (): Promise<void> =>
  act(async () => {
    for (let moment = 0; moment < 10 && (await changesInAMoment()); moment += 1);
  });
