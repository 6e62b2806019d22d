import { Button, type ButtonProps } from '@mantine/core';
import { type ReactNode, useState } from 'react';

interface Props extends Pick<ButtonProps, 'variant'> {
  /** The word on the button. */
  readonly name: string;
  readonly children: (close: () => void) => ReactNode;
}

/** A button that makes place for the form it opens, until that is sent or left. */
export function OpenedForm({ name, variant = 'default', children }: Props): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const toggle = (): void => {
    setOpen(!isOpen);
  };
  if (isOpen) return children(toggle);
  return (
    <div>
      <Button h={44} variant={variant} onClick={toggle}>
        {name}
      </Button>
    </div>
  );
}
