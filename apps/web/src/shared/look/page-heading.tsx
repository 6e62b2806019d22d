import { Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';

let isFirstPage = true;

interface Props {
  readonly title: string;
  readonly trail?: ReactNode;
  readonly aside?: ReactNode;
}

/** The name of the page; takes the focus after a move, so that reading starts here. */
export function PageHeading({ title, trail, aside }: Props): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!isFirstPage) heading.current?.focus({ preventScroll: true });
    isFirstPage = false;
  }, []);
  return (
    <header className="page-heading">
      <title>{`${title} · Amanah`}</title>
      {trail !== undefined && <div className="page-trail">{trail}</div>}
      <div className="page-heading-line">
        <Title order={1} ref={heading} tabIndex={-1}>
          {title}
        </Title>
        {aside}
      </div>
    </header>
  );
}
