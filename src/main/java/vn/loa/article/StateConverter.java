package vn.loa.article;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Stores states as the words that JSON has. */
@Converter(autoApply = true)
class StateConverter implements AttributeConverter<State, String> {

    @Override
    public String convertToDatabaseColumn(State state) {
        return state == null ? null : state.word();
    }

    @Override
    public State convertToEntityAttribute(String word) {
        return word == null ? null : State.of(word);
    }
}
