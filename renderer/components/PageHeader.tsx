import type { ReactNode } from 'react';

interface PageHeaderProps {
  readonly title: string;
  /** One sentence that says how things stand. */
  readonly sentence?: string;
  readonly children?: ReactNode;
}

/** Title of a page, how things stand, and what can be done. */
export function PageHeader({ title, sentence, children }: PageHeaderProps) {
  return (
    <header className="ty-page-head">
      <div>
        <h1>{title}</h1>
        {sentence && <p>{sentence}</p>}
      </div>
      {children && <div className="ty-actions">{children}</div>}
    </header>
  );
}
