import type { ReactNode } from 'react';

/** Nothing here yet: one sentence, one thing to do. */
export function EmptyState({ sentence, children }: { sentence: string; children?: ReactNode }) {
  return (
    <div className="ty-empty">
      <p>{sentence}</p>
      {children && <div className="ty-empty-ways">{children}</div>}
    </div>
  );
}
