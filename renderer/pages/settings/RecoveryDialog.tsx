import { useState } from 'react';
import { recordOrDefault } from '../../../shared/changes/records';
import { unitId } from '../../../shared/model/unit';
import type { ReportDocument } from '../../../shared/report/blocks';
import { Dialog } from '../../components/Dialog';
import { TextField } from '../../components/TextField';
import { dayText, useLanguage } from '../../i18n/i18n';
import { tellFailure } from '../../state/act';
import { call } from '../../state/bridge';
import { useToday } from '../../state/today';
import { useReplica } from '../../state/workspace';
import { v } from '../lock/texts';

const plain = (text: string): string => text.replace(/[\s-]/g, '').toUpperCase();

/**
 * The recovery code, this once. It is left only by entering its last group, which nobody does
 * without looking at what he wrote down.
 */
export function RecoveryDialog({ code, onClose }: { code: string; onClose: () => void }) {
  const { state } = useReplica();
  const today = useToday();
  const language = useLanguage();
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const last = code.split(/[\s-]/).at(-1) ?? '';
  const isRight = plain(typed) === plain(last);

  const print = async () => {
    const { name } = recordOrDefault(state, 'unit', unitId);
    const document: ReportDocument = {
      title: v('vault.paper.title'),
      language: language === 'zh' ? 'zh-CN' : 'en',
      pageNumbers: 'outer',
      blocks: [
        { type: 'title', text: v('vault.paper.title') },
        { type: 'paragraph', text: v('vault.paper.unit', { unit: name }) },
        { type: 'paragraph', text: v('vault.paper.words') },
        { type: 'heading', level: 1, text: code },
        { type: 'paragraph', text: v('vault.paper.date', { date: dayText(today) }) },
      ],
    };
    try {
      await call('documents.print', { documents: [document], printing: null });
    } catch (error) {
      tellFailure(error);
    }
  };
  const leave = () => {
    setTried(true);
    if (isRight) onClose();
  };

  return (
    <Dialog
      title={v('vault.code.title')}
      onClose={leave}
      onSave={leave}
      saveLabel={v('vault.code.done')}
      aside={
        <button type="button" className="ty-button" onClick={() => void print()}>
          {v('vault.code.print')}
        </button>
      }
    >
      <p>{v('vault.code.sentence')}</p>
      <p className="ty-vault-code" data-recovery-code>
        {code}
      </p>
      <TextField
        label={v('vault.code.confirm')}
        value={typed}
        onChange={setTyped}
        error={tried && !isRight ? v('vault.code.wrong') : undefined}
      />
    </Dialog>
  );
}
