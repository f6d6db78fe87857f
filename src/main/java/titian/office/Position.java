package titian.office;

/** A point on the map, in degrees north and east. */
public record Position(double latitude, double longitude) {

    private static final double EARTH_KILOMETRES = 6371;

    public Position {
        if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
            throw new IllegalArgumentException("not a point on the map");
        }
    }

    /** The way as a bird flies it, in kilometres. */
    public double kilometresTo(Position other) {
        var north = Math.toRadians(other.latitude - latitude);
        var east = Math.toRadians(other.longitude - longitude);
        var haversine = Math.pow(Math.sin(north / 2), 2)
                + Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(other.latitude))
                        * Math.pow(Math.sin(east / 2), 2);
        return 2 * EARTH_KILOMETRES * Math.asin(Math.min(1, Math.sqrt(haversine)));
    }
}
