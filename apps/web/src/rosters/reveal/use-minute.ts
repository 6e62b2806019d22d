import { useEffect, useState } from 'react';

const MINUTE = 60;

/** Seconds that what was opened stays open; then it is hidden. */
export function useMinute(onHide: () => void): number {
  const [secondsLeft, setSecondsLeft] = useState(MINUTE);
  useEffect(() => {
    const timer = setInterval(() => {
      setSecondsLeft((seconds) => seconds - 1);
    }, 1000);
    return () => {
      clearInterval(timer);
    };
  }, []);
  useEffect(() => {
    if (secondsLeft <= 0) onHide();
  }, [secondsLeft, onHide]);
  return secondsLeft;
}
