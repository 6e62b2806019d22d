import { useMediaQuery } from '@mantine/hooks';

/** Below 768 px tables become cards and the navigation moves to the bottom. */
export const useIsPhone = (): boolean => useMediaQuery('(max-width: 767px)', false, { getInitialValueInEffect: false });
