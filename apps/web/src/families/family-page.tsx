import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { FamilyView } from './family-view';

const route = getRouteApi('/shell/families/$code');

/** A family by the code in the address. */
export function FamilyPage(): ReactNode {
  return <FamilyView {...route.useParams()} />;
}
