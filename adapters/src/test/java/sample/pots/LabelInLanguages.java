package sample.pots;

import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** pot.opened from revision 1 to 2: the label became a text by language. */
@Component
class LabelInLanguages extends SingleEventUpcaster {

  private static final SimpleSerializedType FROM = new SimpleSerializedType("pot.opened", "1");
  private static final SimpleSerializedType TO = new SimpleSerializedType("pot.opened", "2");

  @Override
  protected boolean canUpcast(IntermediateEventRepresentation event) {
    return event.getType().equals(FROM);
  }

  @Override
  protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
    return event.upcastPayload(
        TO,
        JsonNode.class,
        json -> {
          ObjectNode pot = (ObjectNode) json;
          pot.set("label", JsonNodeFactory.instance.objectNode().set("nl", pot.get("label")));
          return pot;
        });
  }
}
