import {
  IconCalendarEvent,
  IconClock,
  IconFileText,
  IconHeartHandshake,
  IconInbox,
  IconListCheck,
  IconListSearch,
  IconMessageReport,
  IconRoute,
  IconShieldCheck,
  IconUsers,
  type TablerIcon,
} from '@tabler/icons-react';
import type { Me } from '../../api/schemas';
import { may } from '../../auth/session';

export interface Room {
  readonly to:
    | '/inbox'
    | '/periods'
    | '/mandates'
    | '/follow-up'
    | '/families'
    | '/reports'
    | '/ops/workflows'
    | '/audit'
    | '/escalations'
    | '/calendar'
    | '/complaints'
    | '/bank-files'
    | '/check-lists'
    | '/cards';
  readonly word:
    | 'inbox'
    | 'periods'
    | 'mandates'
    | 'followUp'
    | 'families'
    | 'reports'
    | 'operations'
    | 'audit'
    | 'escalations'
    | 'calendar'
    | 'complaints'
    | 'files'
    | 'checkLists'
    | 'cards';
  readonly icon: TablerIcon;
  readonly power: string;
  /** The start of addresses that lie in this room. */
  readonly holds: RegExp;
  /** Seldom opened: behind "More" on every screen. */
  readonly isMore?: true;
}

const ROOMS: readonly Room[] = [
  { to: '/inbox', word: 'inbox', icon: IconInbox, power: 'task:read', holds: /^\/(inbox|tasks)/ },
  {
    to: '/periods',
    word: 'periods',
    icon: IconCalendarEvent,
    power: 'period:read',
    holds:
      /^\/(budgets|policies|service-areas|return-calendar|periods(\/[^/]+(\/(cities|entitlements|breaks|orders|scorecard).*)?)?|rosters\/.*)$/,
  },
  {
    to: '/mandates',
    word: 'mandates',
    icon: IconShieldCheck,
    power: 'mandate:read',
    holds: /^\/(mandates|approvals|organisation|delegations|handovers)/,
  },
  {
    to: '/follow-up',
    word: 'followUp',
    icon: IconHeartHandshake,
    power: 'follow-up:read',
    holds: /^\/(follow-up|case-|assignment-letters|spot-checks|outreach|periods\/[^/]+\/(desks|workload|cases))/,
  },
  { to: '/families', word: 'families', icon: IconUsers, power: 'family:search', holds: /^\/famil(ies|y-changes)/ },
  { to: '/complaints', word: 'complaints', icon: IconMessageReport, power: 'complaint:list', holds: /^\/complaints/ },
  {
    to: '/reports',
    word: 'reports',
    icon: IconFileText,
    power: 'report:read',
    holds: /^\/(reports|periods\/[^/]+\/reports)/,
  },
  { to: '/ops/workflows', word: 'operations', icon: IconRoute, power: 'operations:read', holds: /^\/ops/ },
  { to: '/audit', word: 'audit', icon: IconListSearch, power: 'audit:read', holds: /^\/audit/ },
  {
    to: '/escalations',
    word: 'escalations',
    icon: IconClock,
    power: 'task:read',
    holds: /^\/escalations/,
    isMore: true,
  },
  { to: '/calendar', word: 'calendar', icon: IconCalendarEvent, power: 'session', holds: /^\/calendar/, isMore: true },
  { to: '/bank-files', word: 'files', icon: IconFileText, power: 'money:read', holds: /^\/bank-files/, isMore: true },
  { to: '/cards', word: 'cards', icon: IconFileText, power: 'card:read', holds: /^\/cards/, isMore: true },
  {
    to: '/check-lists',
    word: 'checkLists',
    icon: IconListCheck,
    power: 'roster:read',
    holds: /^\/check-lists/,
    isMore: true,
  },
];

export const roomsOf = (me: Me): readonly Room[] => ROOMS.filter(({ power }) => may(me, power));

/** Home is what waits: the inbox, stuck work for the operator, the trail for the auditor. */
export function homeOf(me: Me): Room['to'] {
  if (may(me, 'audit:read')) return '/audit';
  if (may(me, 'operations:read')) return '/ops/workflows';
  return '/inbox';
}
