/** Cost functions side by side, and a unit so wrong that one of them hardly teaches it. */
package feedforward.lesson.costs;
