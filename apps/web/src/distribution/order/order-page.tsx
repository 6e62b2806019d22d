import { getRouteApi, Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { orderQuery } from '../../money/money-queries';
import { useWords } from '../../shared/language/use-words';
import { PageHeading } from '../../shared/look/page-heading';
import { OrderView } from './order-artefact';

const route = getRouteApi('/shell/orders/$orderId');

/** A payment order with the bank's files, outside of any task. */
export function OrderPage(): ReactNode {
  const { orderId } = route.useParams();
  const { t } = useWords();
  const { data: order } = useQuery(orderQuery(orderId));
  return (
    <div className="stack">
      <PageHeading
        title={t('money:order.title')}
        trail={
          order && (
            <Link to="/periods/$periodId/breaks" params={{ periodId: order.periodId }} className="text-link">
              {t('money:breaks.title')}
            </Link>
          )
        }
      />
      <OrderView orderId={orderId} />
    </div>
  );
}
