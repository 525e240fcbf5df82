import { useEffect, useState } from 'react';
import type { ReportDocument } from '../../../shared/report/blocks';
import type { CallOutput } from '../../../shared/rpc';
import type { Printing } from '../../../shared/rpc/documents';
import { Choice } from '../../components/Choice';
import { Dialog } from '../../components/Dialog';
import { NumberField } from '../../components/NumberField';
import { SelectField } from '../../components/SelectField';
import { tellFailure } from '../../state/act';
import { call } from '../../state/bridge';
import { notify } from '../../state/notices';
import { d } from './texts';

interface PrintDialogProps {
  readonly documents: ReportDocument[];
  readonly onClose: () => void;
}

/** Sends documents to a printer with the choices an office makes, or by the system's dialog. */
export default function PrintDialog({ documents, onClose }: PrintDialogProps) {
  const [printers, setPrinters] = useState<CallOutput<'documents.printers'>>();
  const [printer, setPrinter] = useState('');
  const [copies, setCopies] = useState(1);
  const [duplex, setDuplex] = useState<Printing['duplex']>('longEdge');
  const [isGrayscale, setGrayscale] = useState(false);
  const [isBusy, setBusy] = useState(false);

  useEffect(() => {
    let isGone = false;
    call('documents.printers', null).then(
      (found) => {
        if (isGone) return;
        setPrinters(found);
        setPrinter(found[0]?.name ?? '');
      },
      (error: unknown) => {
        if (isGone) return;
        setPrinters([]);
        tellFailure(error);
      },
    );
    return () => {
      isGone = true;
    };
  }, []);

  const print = async (printing: Printing | null) => {
    if (isBusy) return;
    setBusy(true);
    try {
      const printed = await call('documents.print', { documents, printing });
      if (printed) {
        const { pages } = printed;
        const text = printing
          ? d('print.done', { pages, copies: printing.copies })
          : d('print.sent', { pages });
        notify({ urgency: 'polite', text });
        onClose();
      }
    } catch (error) {
      tellFailure(error);
    }
    setBusy(false);
  };
  const hasPrinter = printer !== '';
  const system = hasPrinter && (
    <button type="button" className="ty-button" disabled={isBusy} onClick={() => void print(null)}>
      {d('print.system')}
    </button>
  );
  return (
    <Dialog
      title={d('print.title')}
      onClose={onClose}
      aside={system}
      saveLabel={d(isBusy ? 'print.doing' : 'print.do')}
      {...(hasPrinter && {
        onSave: () => void print({ printer, copies, duplex, isGrayscale }),
      })}
    >
      {!printers && <p role="status">{d('print.seeking')}</p>}
      {printers?.length === 0 && <p role="status">{d('print.none')}</p>}
      {printers && hasPrinter && (
        <>
          <SelectField
            label={d('print.printer')}
            value={printer}
            options={printers.map(({ name, title }) => ({ value: name, label: title }))}
            onChange={setPrinter}
          />
          <NumberField
            label={d('print.copies')}
            value={copies}
            min={1}
            max={99}
            wrong={d('print.copiesWrong')}
            onCommit={(next) => setCopies(Math.round(next ?? 1))}
          />
          <Choice
            label={d('print.duplex')}
            value={duplex}
            options={[
              { value: 'simplex', label: d('print.simplex') },
              { value: 'longEdge', label: d('print.longEdge') },
              { value: 'shortEdge', label: d('print.shortEdge') },
            ]}
            onChange={setDuplex}
          />
          <label className="ty-check">
            <input
              type="checkbox"
              checked={isGrayscale}
              onChange={(event) => setGrayscale(event.target.checked)}
            />
            {d('print.grayscale')}
          </label>
        </>
      )}
    </Dialog>
  );
}
