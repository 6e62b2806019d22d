/** What a campaign is about. */
export const OUTREACH_TOPICS = ['pin', 'card', 'payment', 'rights', 'use_of_aid'] as const;
export type OutreachTopic = (typeof OUTREACH_TOPICS)[number];

export const OUTREACH_SESSION_STATES = ['planned', 'held', 'cancelled'] as const;
export type OutreachSessionState = (typeof OUTREACH_SESSION_STATES)[number];

export const OUTREACH_CAMPAIGN_STATES = ['open', 'closed'] as const;
export type OutreachCampaignState = (typeof OUTREACH_CAMPAIGN_STATES)[number];

/** Whom of a kelurahan a session invites: every family that was credited in the period, or those that have not used the money. */
export const INVITED_LISTS = ['credited', 'not_transacted'] as const;
export type InvitedList = (typeof INVITED_LISTS)[number];

export const ATTENDANCES = ['present', 'represented', 'absent'] as const;
export type Attendance = (typeof ATTENDANCES)[number];

/** Findings of visits that knowing more would mend: nobody had told the family, its PIN was blocked, its card never came. */
export const MENDABLE_FINDINGS = ['not_informed', 'pin_blocked', 'card_not_received'] as const;
export type MendableFinding = (typeof MENDABLE_FINDINGS)[number];
