import { type ClipboardEvent, type KeyboardEvent, useState } from 'react';
import { pastedCells } from '../../../shared/reading/block';
import { readTeam } from '../../../shared/reading/team';
import { clipboardText } from '../../components/clipboard-text';
import { isComposing } from '../../components/TextField';
import { t } from '../../i18n/i18n';
import { newId } from '../../state/workspace';

/** A member of the team as entered in the wizard; the order of the list is the order of rank. */
export interface Member {
  readonly id: string;
  readonly name: string;
  readonly post: string;
  readonly portfolio: string;
}

/** A line to be filled in. */
export const emptyMember = (id: string): Member => ({ id, name: '', post: '', portfolio: '' });

interface TeamTableProps {
  readonly team: readonly Member[];
  readonly onChange: (team: readonly Member[]) => void;
  readonly error: string | undefined;
}

const columns = ['name', 'post', 'portfolio'] as const;

/** The leadership team as a table to type into; the first line is the head of the team. */
export function TeamTable({ team, onChange, error }: TeamTableProps) {
  /** The line whose name is typed next. */
  const [fresh, setFresh] = useState(team[0]?.id);
  const set = (id: string, field: (typeof columns)[number], text: string) =>
    onChange(team.map((member) => (member.id === id ? { ...member, [field]: text } : member)));
  const move = (index: number) => {
    const next = [...team];
    const [member] = next.splice(index, 1);
    if (member) next.splice(index - 1, 0, member);
    onChange(next);
  };
  const add = () => {
    const member = emptyMember(newId());
    setFresh(member.id);
    onChange([...team, member]);
  };
  /** Enter goes down, as in a sheet; below the last line comes a new one. */
  const pressed = (event: KeyboardEvent<HTMLInputElement>, column: number) => {
    if (event.key !== 'Enter' || isComposing(event)) return;
    event.preventDefault();
    const below = event.currentTarget.closest('tr')?.nextElementSibling;
    if (below) below.querySelectorAll('input')[column]?.focus();
    else if (event.currentTarget.value !== '') add();
  };
  /** Cells copied from a sheet fill the cells from here on, to the right and down. */
  const pasted = (event: ClipboardEvent, index: number, column: number) => {
    const lines = pastedCells(clipboardText(event.clipboardData));
    if (!lines) return;
    event.preventDefault();
    const next = [...team];
    readTeam(lines, columns[column]).forEach((line, down) => {
      next[index + down] = { ...(next[index + down] ?? emptyMember(newId())), ...line };
    });
    onChange(next);
  };
  return (
    <>
      <table className="ty-table ty-team">
        <thead>
          <tr>
            <th scope="col">{t('wizard.team.rank')}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`wizard.team.${column}`)}
              </th>
            ))}
            <th scope="col">
              <span className="ty-visually-hidden">{t('wizard.team.move')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {team.map((member, index) => (
            <tr key={member.id}>
              <td className="ty-middle">{index + 1}</td>
              {columns.map((column, place) => (
                <td key={column}>
                  <input
                    className="ty-input"
                    // biome-ignore lint/a11y/noAutofocus: a line the user just asked for
                    autoFocus={place === 0 && member.id === fresh}
                    onKeyDown={(event) => pressed(event, place)}
                    onPaste={(event) => pasted(event, index, place)}
                    aria-label={`${t(`wizard.team.${column}`)} ${index + 1}`}
                    value={member[column]}
                    maxLength={200}
                    onChange={(event) => set(member.id, column, event.target.value)}
                  />
                </td>
              ))}
              <td className="ty-team-move">
                <button
                  type="button"
                  className="ty-button ty-button-small"
                  disabled={index === 0}
                  aria-label={t('wizard.team.up', { name: member.name || String(index + 1) })}
                  onClick={() => move(index)}
                >
                  ↑
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {error && (
        <p className="ty-error" role="alert">
          {error}
        </p>
      )}
      <button type="button" className="ty-button ty-button-small" onClick={add}>
        {t('wizard.team.add')}
      </button>
    </>
  );
}
