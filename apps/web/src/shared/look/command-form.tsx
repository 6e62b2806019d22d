import type { ReactNode } from 'react';
import { FormEnd } from './form-end';

interface Props {
  /** The word on the button that sends. */
  readonly send: string;
  readonly command: { readonly error: Error | null; readonly isPending: boolean };
  /** What follows when it is sent. */
  readonly consequence?: ReactNode;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A form that opens in its page and sends one command: what it asks for, what follows, and the way out. */
export function CommandForm({ send, command, consequence, onSubmit, onClose, children }: Props): ReactNode {
  return (
    <form
      className="panel stack"
      onSubmit={(submitted) => {
        submitted.preventDefault();
        onSubmit();
      }}
    >
      {children}
      {consequence !== undefined && <p className="consequence">{consequence}</p>}
      <FormEnd send={send} command={command} onClose={onClose} />
    </form>
  );
}
