/**
 * How long the answer to a complaint may take: a request for information, a complaint, or one that charges an office or an
 * officer with a wrong and is looked into (berkadar pengawasan). The days of each are the policy's, `complaint.days_<class>`.
 */
export const COMPLAINT_CLASSES = ['information', 'complaint', 'oversight'] as const;
export type ComplaintClass = (typeof COMPLAINT_CLASSES)[number];

interface KindFacts {
  readonly class: ComplaintClass;
  /** Read by named roles alone: whoever did it may be an officer of the place, and whoever says so may be in danger. */
  readonly isRestricted: boolean;
}

/** What a complaint is about, as data: its class, and who may see it. */
const KINDS = {
  information: { class: 'information', isRestricted: false },
  not_listed: { class: 'complaint', isRestricted: false },
  not_received: { class: 'complaint', isRestricted: false },
  wrong_data: { class: 'complaint', isRestricted: false },
  card_trouble: { class: 'complaint', isRestricted: false },
  goods: { class: 'complaint', isRestricted: false },
  other: { class: 'complaint', isRestricted: false },
  conduct: { class: 'oversight', isRestricted: true },
  extortion: { class: 'oversight', isRestricted: true },
  card_held: { class: 'oversight', isRestricted: true },
  violence: { class: 'oversight', isRestricted: true },
  leadership: { class: 'oversight', isRestricted: true },
} as const satisfies Record<string, KindFacts>;

export type ComplaintKind = keyof typeof KINDS;
export const COMPLAINT_KINDS = Object.keys(KINDS) as [ComplaintKind, ...ComplaintKind[]];

export const isRestrictedKind = (kind: ComplaintKind): boolean => KINDS[kind].isRestricted;
/** About the head of the city's social office, who neither answers it nor reads it. */
export const isAboutLeadership = (kind: ComplaintKind): boolean => kind === 'leadership';
export const classOf = (kind: ComplaintKind): ComplaintClass => KINDS[kind].class;

/** By which way a complaint came in; `web` without anybody of an office. */
export const COMPLAINT_CHANNELS = ['web', 'hotline', 'walk_in', 'letter', 'sp4n'] as const;
export type ComplaintChannel = (typeof COMPLAINT_CHANNELS)[number];
