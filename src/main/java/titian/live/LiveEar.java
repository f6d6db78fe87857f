package titian.live;

/** Hears on every node what {@link LiveEvents#hint} says anywhere. A hint may be lost: it makes one look sooner, no more. */
public interface LiveEar {

    void heard(String topic);
}
