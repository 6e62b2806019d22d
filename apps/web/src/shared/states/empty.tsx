import type { ReactNode } from 'react';

/** Why there is nothing, what comes next, and at most one action. */
export function Empty({ children, action }: { readonly children: ReactNode; readonly action?: ReactNode }): ReactNode {
  return (
    <div className="empty">
      <p>{children}</p>
      {action}
    </div>
  );
}
