import { Button, type ButtonProps } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props extends ButtonProps {
  readonly isRefused: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
  readonly describedBy?: string;
  readonly type?: 'button' | 'submit';
}

/** A button that stays in reach and readable while it is refused; a `disabled` one is silent to screen readers. */
export function RefusableButton({ isRefused, onPress, describedBy, type = 'button', ...rest }: Props): ReactNode {
  return (
    <Button
      {...rest}
      type={type}
      aria-disabled={isRefused}
      data-disabled={isRefused}
      {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
      onClick={(event) => {
        if (type === 'submit') return;
        event.preventDefault();
        if (!isRefused) onPress();
      }}
    />
  );
}
