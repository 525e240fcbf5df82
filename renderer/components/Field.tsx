import { type ReactNode, useId } from 'react';

/** What a control inside a field must carry, so that label, hint and error belong to it. */
export interface FieldWiring {
  readonly id: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: true;
  readonly 'aria-required'?: true;
}

interface FieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly required?: boolean;
  readonly className?: string;
  readonly children: (wiring: FieldWiring) => ReactNode;
}

/** A label above its control; hint or error below it. */
export function Field({ label, hint, error, required, className, children }: FieldProps) {
  const id = useId();
  const note = error ?? hint;
  return (
    <div className={`ty-field ${className ?? ''}`}>
      <label htmlFor={id}>
        {label}
        {required && <span aria-hidden="true"> *</span>}
      </label>
      {children({
        id,
        ...(note && { 'aria-describedby': `${id}-note` }),
        ...(error && { 'aria-invalid': true as const }),
        ...(required && { 'aria-required': true as const }),
      })}
      {note && (
        <p id={`${id}-note`} className={error ? 'ty-error' : 'ty-hint'}>
          {note}
        </p>
      )}
    </div>
  );
}
