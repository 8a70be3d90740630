// What ends a worker with words: functions of static/web/js/kernels.js that throw. Nothing here goes on after one.

/** The browser gives no more memory. */
export declare function noMemory(bytes: f64): void;

/** A helper gave up; why, it left at REASON in the team's memory. */
export declare function noHelper(): void;
