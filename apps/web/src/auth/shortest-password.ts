/** As the API demands; what is easily guessed is refused there. */
export const SHORTEST_PASSWORD = 12;
