package org.uitrol.adapters.travel;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.uitrol.application.audit.past.Past;
import org.uitrol.application.audit.past.Pasts;
import org.uitrol.application.audit.past.Projection;
import org.uitrol.application.audit.past.Projections;
import org.uitrol.application.audit.view.TrailStore;
import org.uitrol.application.shared.AsOf;
import org.uitrol.application.shared.TimeTravel;
import org.uitrol.application.shared.ViewStore;

/**
 * Puts something before each store of a view that asks the store of the past while its thread
 * travels in time. Nothing that reads a store has to know of it.
 */
final class TravellingStores implements BeanPostProcessor {

  private static final String PAST = TravellingStores.class.getName() + ".past";

  // Looked up late: what is made before stores are made can't be put before them.
  private final ObjectProvider<Projections> projections;
  private final ObjectProvider<Pasts> pasts;

  TravellingStores(ObjectProvider<Projections> projections, ObjectProvider<Pasts> pasts) {
    this.projections = projections;
    this.pasts = pasts;
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof ViewStore store
        ? projections
            .getObject()
            .storedIn(store)
            .map(one -> before(store, one))
            .orElseThrow(() -> new IllegalStateException("no projection fills " + name))
        : bean;
  }

  private Object before(ViewStore store, Projection<?> projection) {
    return Proxy.newProxyInstance(
        store.getClass().getClassLoader(),
        new Class<?>[] {projection.store()},
        (proxy, method, arguments) -> {
          try {
            return method.invoke(there(store, projection), arguments);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        });
  }

  private ViewStore there(ViewStore store, Projection<?> projection) {
    @Nullable AsOf destination = TimeTravel.destination();
    if (destination == null) {
      return store;
    }
    Past past = past(destination);
    return store instanceof TrailStore trail
        ? new TrailUntil(trail, past.position(), destination)
        : past.store(projection);
  }

  /** A request has one destination: it is looked up once, and all of its views are of one past. */
  private Past past(AsOf destination) {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    if (request == null) {
      return pasts.getObject().of(destination);
    }
    Past known = (Past) request.getAttribute(PAST, RequestAttributes.SCOPE_REQUEST);
    if (known == null) {
      known = pasts.getObject().of(destination);
      request.setAttribute(PAST, known, RequestAttributes.SCOPE_REQUEST);
    }
    return known;
  }
}
