/** What a visitor looks at: elements, charts and pixel images. Takes arrays and texts, knows no models. Imports browser. */
package feedforward.view;
