import { UnstyledButton } from '@mantine/core';
import { useClickOutside } from '@mantine/hooks';
import { type ReactNode, useId, useState } from 'react';
import './disclosure.css';

interface Props {
  readonly label?: string;
  readonly className: string;
  readonly face: ReactNode;
  readonly isHere?: boolean;
  /** What opens; `close` shuts it after a choice. */
  readonly children: (close: () => void) => ReactNode;
}

/** A button that opens a small panel beside it; Escape and a press elsewhere shut it. */
export function Disclosure({ label, className, face, isHere = false, children }: Props): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const panel = useId();
  const close = (): void => {
    setOpen(false);
  };
  const frame = useClickOutside<HTMLDivElement>(close);
  return (
    <div
      ref={frame}
      className="disclosure"
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <UnstyledButton
        className={className}
        aria-expanded={isOpen}
        aria-controls={panel}
        {...(label === undefined ? {} : { 'aria-label': label })}
        {...(isHere ? { 'data-here': true } : {})}
        onClick={() => {
          setOpen(!isOpen);
        }}
      >
        {face}
      </UnstyledButton>
      <div id={panel} className="disclosure-panel" hidden={!isOpen}>
        {isOpen && children(close)}
      </div>
    </div>
  );
}
