package companion.desktop.live.graph;

/**
 * Which part of a picture is in sight: picture × scale + offset = window.
 *
 * @param x where the picture's left edge is in the window, in px
 */
record Lens(double scale, double x, double y) {
    static final double CLOSEST = 2.5;
    static final double FARTHEST = 0.05;
    /** Up to this a picture is never blown up to fill the window. */
    private static final double NATURAL = 1;

    static final double MARGIN = 12;

    /** All of a picture, in the middle. */
    static Lens fit(double width, double height, double windowWidth, double windowHeight) {
        double scale = Math.clamp(
                Math.min((windowWidth - 2 * MARGIN) / width, (windowHeight - 2 * MARGIN) / height), FARTHEST, NATURAL);
        return new Lens(scale, (windowWidth - width * scale) / 2, (windowHeight - height * scale) / 2);
    }

    /** A point of the picture in the middle of the window. */
    static Lens at(double scale, double px, double py, double windowWidth, double windowHeight) {
        return new Lens(scale, windowWidth / 2 - px * scale, windowHeight / 2 - py * scale);
    }

    /** Nearer or farther; what is at a point of the window stays there. */
    Lens zoom(double by, double atX, double atY) {
        double next = Math.clamp(scale * by, FARTHEST, CLOSEST);
        double real = next / scale;
        return new Lens(next, atX - (atX - x) * real, atY - (atY - y) * real);
    }

    Lens pan(double dx, double dy) {
        return new Lens(scale, x + dx, y + dy);
    }

    /** The same, so that some of the picture is always in sight. */
    Lens within(double width, double height, double windowWidth, double windowHeight) {
        return new Lens(
                scale,
                Math.clamp(x, Math.min(windowWidth / 2 - width * scale, 0), Math.max(windowWidth / 2, 0)),
                Math.clamp(y, Math.min(windowHeight / 2 - height * scale, 0), Math.max(windowHeight / 2, 0)));
    }

    double pictureX(double windowX) {
        return (windowX - x) / scale;
    }

    double pictureY(double windowY) {
        return (windowY - y) / scale;
    }
}
