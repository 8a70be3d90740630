/** The layers of a network and the specifications they are built from. Imports tensor and device. */
package feedforward.layer;
