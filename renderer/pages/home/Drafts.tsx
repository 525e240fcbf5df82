import { useCallback, useEffect, useState } from 'react';
import type { Draft } from '../../../shared/rpc/drafts';
import { textsOf } from '../../i18n/i18n';
import { leavingTexts } from '../../i18n/texts/leaving';
import { tellFailure } from '../../state/act';
import { call } from '../../state/bridge';
import { followForms, resume } from '../../state/forms';
import { notify } from '../../state/notices';
import { useReplica } from '../../state/workspace';
import { momentText } from '../history/moment';

const l = textsOf(leavingTexts);

/** What was typed and not saved, to go on with. Nothing where there is none. */
export default function Drafts() {
  const { folder } = useReplica();
  const [drafts, setDrafts] = useState<readonly Draft[]>([]);
  const read = useCallback(() => {
    call('drafts.list', null).then(setDrafts, tellFailure);
  }, []);
  // Another folder has drafts of its own.
  // biome-ignore lint/correctness/useExhaustiveDependencies: read anew for another folder
  useEffect(() => {
    read();
    return followForms(read);
  }, [folder, read]);
  if (drafts.length === 0) return null;
  const drop = ({ id }: Draft) => {
    call('drafts.drop', { id }).then(read, tellFailure);
  };
  return (
    <section className="ty-section ty-home-drafts" aria-label={l('drafts.title')}>
      <h2>{l('drafts.title')}</h2>
      <p className="ty-hint">{l('drafts.text')}</p>
      <ul>
        {drafts.map((draft) => {
          const name = draft.words
            ? l('drafts.of', { what: draft.title, title: draft.words })
            : draft.title;
          return (
            <li key={draft.id}>
              <span>
                {name}{' '}
                <span className="ty-soft">{l('drafts.at', { time: momentText(draft.at) })}</span>
              </span>
              <button
                type="button"
                className="ty-button ty-button-small"
                aria-label={`${l('drafts.resume')} ${name}`}
                onClick={() =>
                  resume(draft, () => notify({ urgency: 'assertive', text: l('drafts.failed') }))
                }
              >
                {l('drafts.resume')}
              </button>
              <button
                type="button"
                className="ty-link"
                aria-label={`${l('drafts.drop')} ${name}`}
                onClick={() => drop(draft)}
              >
                {l('drafts.drop')}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
