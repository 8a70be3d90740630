/**
 * The page, one package a section. Each is a one-way loop: an event and the state give a new state and commands
 * ({@code …Controller}, plain Java), which a view shows once per frame ({@code …Section}). Imports shared, view, worker,
 * browser.
 */
package feedforward.page;
